#!/bin/sh
# Makes Temporal's databases where they are missing, and brings their tables up to date; safe to run again.
set -eu
for database in temporal temporal_visibility; do
  versions=/etc/temporal/schema/postgresql/v12/${database#temporal_}/versioned
  temporal-sql-tool --db "$database" create || echo "$database is there"
  temporal-sql-tool --db "$database" setup-schema -v 0.0 || echo "$database has tables"
  temporal-sql-tool --db "$database" update-schema -d "$versions"
done
