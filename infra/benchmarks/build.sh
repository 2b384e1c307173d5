# Sourced by the commands of this folder: builds the benchmarks where something has changed, and runs them.
# shellcheck shell=bash
source "$(dirname "${BASH_SOURCE[0]}")/../tools.sh"

module=$root/infra/benchmarks

out_of_date() {
  [[ -f $module/target/.built ]] || return 0
  [[ -n $(find "$root/pom.xml" "$root"/infra/{pom.xml,ledger,benchmarks} "$root"/command-service/{contract,schedule} "$root/query-service" \( -name target -o -path '*/src/test' \) -prune \
    -o -newer "$module/target/.built" \( -path '*/src/*' -o -name pom.xml \) -print -quit) ]]
}

build_benchmarks() {
  require_jdk
  out_of_date || return 0
  require_maven
  echo "Building the benchmarks and what they measure."
  mkdir -p "$module/target"
  touch "$module/target/.building"
  maven -q -pl infra/benchmarks -am -Dmaven.test.skip=true package || fail "The build failed; what is said above is why."
  mv "$module/target/.building" "$module/target/.built"
}

# The product as infra/run starts it, with what makes its start quick.
build_product() {
  local home
  home=$(mktemp -d)
  CENTRAL_COMMAND_HOME=$home "$root/infra/run" --port-base 18080 --exit-when-ready >/dev/null
  rm -rf "$home"
}

# run_benchmark [java option]... CLASS [argument]...
run_benchmark() {
  "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "$module/target/classes:$(cat "$module/target/class-path")" "$@"
}
