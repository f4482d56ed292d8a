#!/bin/sh
# The least-privilege role that Perfloop enters the target's database with: it reads statistics and, as a member of the
# owner, may create and drop indexes.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$SHOP_AGENT_PASSWORD" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
CREATE EXTENSION pg_stat_statements;
CREATE ROLE perfloop_agent LOGIN PASSWORD :'password';
GRANT pg_monitor TO perfloop_agent;
GRANT shop TO perfloop_agent;
SQL
