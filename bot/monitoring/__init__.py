"""What those who run it see: `/healthz`, `/readyz` and Prometheus metrics on one small port."""
