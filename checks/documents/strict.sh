# Before the commands of a document: each must succeed, HTTP requests too, and the line that does not is named.
set -Eeuo pipefail
shopt -s inherit_errexit
trap 'echo "$DOCUMENT:$LINENO: $BASH_COMMAND" >&2' ERR
curl() { command curl --fail-with-body --show-error "$@"; }
