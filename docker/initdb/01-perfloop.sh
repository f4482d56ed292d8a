#!/bin/sh
# Our database beside Camunda's: each migrates its own.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$PERFLOOP_DB_PASSWORD" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
CREATE ROLE perfloop LOGIN PASSWORD :'password';
CREATE DATABASE perfloop OWNER perfloop;
SQL
