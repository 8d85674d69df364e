#!/bin/bash
# Whether the Pilothouse of this container is ready: GET /readyz says 200. Needs bash alone, so no tool need be installed for it.
exec 3<>"/dev/tcp/127.0.0.1/${PILOTHOUSE_HTTP_PORT:-8080}" || exit 1
printf 'GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' >&3
read -r _ status _ <&3
[ "$status" = 200 ]
