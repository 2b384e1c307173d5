# Sourced by the commands of this folder: finds what they need and says in one sentence what is missing.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

fail() {
  echo "$1" >&2
  exit 1
}

# Reads the version from the file that every JDK carries; starting each one to ask would take longer than the search.
is_jdk_25() {
  [[ -x $1/bin/java && -x $1/bin/javac && -r $1/release ]] || return 1
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [[ -n $version && $version -ge 25 ]]
}

find_jdk() {
  local on_path candidate
  on_path=$(command -v javac || true)
  [[ -n $on_path ]] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")
  for candidate in \
    "${JAVA_HOME:-}" "$on_path" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [[ -n $candidate ]] && is_jdk_25 "$candidate"; then
      echo "$candidate"
      return
    fi
  done
  return 1
}

require_jdk() {
  JAVA_HOME=$(find_jdk) || fail "Central Command needs a JDK 25 or later and found none: install one (for example Eclipse Temurin 25), or set JAVA_HOME to it."
  export JAVA_HOME
}

require_maven() {
  command -v mvn >/dev/null || fail "Central Command is built with Apache Maven and found no mvn: install Maven 3.8 or later (for example apt-get install maven)."
}

# Maven runs on the JDK that was found, so its toolchain is found wherever it lies; older Mavens warn about their own libraries there.
maven() {
  MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}" mvn -B -f "$root/pom.xml" "$@"
}
