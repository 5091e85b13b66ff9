#!/bin/sh
# Runs once, when PostgreSQL's volume is new: a database and an owner for the records, and an owner for Temporal's two.
set -eu
psql --set=ON_ERROR_STOP=1 --username=postgres \
  --set=oasc="$OASC_DATABASE_PASSWORD" --set=temporal="$TEMPORAL_DATABASE_PASSWORD" <<'SQL'
create role oasc login password :'oasc';
create database oasc owner oasc encoding 'UTF8' template template0;
create role temporal login createdb password :'temporal';
SQL
