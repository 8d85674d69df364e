#!/bin/sh
# Registers the namespace if it is not there. The temporal tool is told by TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE.
set -eu

attempts=20

exists() { temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1; }

create() { temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention "${RETENTION:-72h}"; }

until exists || create; do
  attempts=$((attempts - 1))
  if [ "$attempts" -le 0 ]; then
    echo "Expected Temporal at '$TEMPORAL_ADDRESS' to register the namespace '$TEMPORAL_NAMESPACE', but it did not." >&2
    echo "Look at what the service 'temporal' says: docker compose logs temporal" >&2
    exit 1
  fi
  echo "Temporal is not ready for a namespace yet; trying again."
  sleep 2
done

echo "The namespace '$TEMPORAL_NAMESPACE' is there."
