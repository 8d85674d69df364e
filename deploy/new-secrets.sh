#!/bin/sh
# Prints a fresh .env for docker-compose.yml: deploy/new-secrets.sh > .env
# Keep a copy: without PILOTHOUSE_ENCRYPTION_KEY what was encrypted with it cannot be read again.
set -eu
umask 077

password() { head -c 24 /dev/urandom | base64 | tr '+/' '-_'; }
key() { head -c 32 /dev/urandom | base64; }

cat <<END
POSTGRES_PASSWORD=$(password)
TEMPORAL_DATABASE_PASSWORD=$(password)
PILOTHOUSE_DATABASE_MIGRATOR_PASSWORD=$(password)
PILOTHOUSE_DATABASE_APP_PASSWORD=$(password)
PILOTHOUSE_DATABASE_SYSTEM_PASSWORD=$(password)
PILOTHOUSE_ENCRYPTION_KEY=$(key)
END
