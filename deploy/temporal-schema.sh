#!/bin/sh
# Brings Temporal's two databases to the schema of this image's version; harmless where they are there already.
# The tool is told by SQL_PLUGIN, SQL_HOST, SQL_PORT, SQL_USER and SQL_PASSWORD.
set -eu

schemas=/etc/temporal/schema/postgresql/v12

update() { # DATABASE SCHEMA
  temporal-sql-tool --db "$1" update-schema --schema-dir "$schemas/$2/versioned"
}

create() { # DATABASE: at the first start; what an interrupted one left does no harm
  temporal-sql-tool --db "$1" create-database || true
  temporal-sql-tool --db "$1" setup-schema --version 0.0
}

for pair in temporal:temporal temporal_visibility:visibility; do
  database=${pair%:*}
  schema=${pair#*:}
  if ! update "$database" "$schema"; then
    echo "The database '$database' cannot be updated; taking this for the first start and creating it."
    create "$database"
    update "$database" "$schema"
  fi
done
