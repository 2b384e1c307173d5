# Sourced by the commands of this folder: builds the module where its jar is missing or older than its sources.
# shellcheck shell=bash disable=SC2154

jar=$root/infra/verify/target/app/verify.jar
java_options=(-Xmx1g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED)

if [[ " $* " == *" --help "* || " $* " == *" -h "* ]]; then
  exec cat "$root/infra/verify/src/main/resources/centralcommand/$(basename "$0")/usage.txt"
fi

require_jdk
if [[ ! -f $jar || -n $(find "$root/pom.xml" "$root/infra/verify/pom.xml" "$root/infra/verify/src/main" -newer "$jar" -print -quit) ]]; then
  require_maven
  echo "Building the verifier; the first time takes a minute." >&2
  maven -q -pl infra/verify -am -Dmaven.test.skip=true package >&2 || fail "The build failed; what is said above is why."
  touch "$jar"
fi
