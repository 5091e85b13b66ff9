#!/bin/sh
# Makes the namespace where it is missing. Ended workflows are kept for 90 days; the audit keeps what was done for ever.
set -eu
temporal operator namespace describe --namespace oasc >/dev/null 2>&1 ||
  temporal operator namespace create --namespace oasc --retention 90d
