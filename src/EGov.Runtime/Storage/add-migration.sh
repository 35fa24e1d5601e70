#!/usr/bin/env bash
# Adds a migration of this name to every database: src/EGov.Runtime/Storage/add-migration.sh AddDeadlines
set -euo pipefail
name="${1:?the name of the migration, after the need}"
cd "$(dirname "$0")/.."
dotnet tool restore > /dev/null
dotnet build -v quiet
for database in Sqlite Postgres SqlServer; do
  dotnet ef migrations add "$name" --no-build --context "For$database" --output-dir "Storage/Migrations/$database"
done
