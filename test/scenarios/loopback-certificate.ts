/**
 * A self-signed certificate for localhost and its key, of use on loopback alone and valid until 2126:
 * `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=localhost
 * -addext subjectAltName=DNS:localhost,IP:127.0.0.1`.
 */
export const loopbackCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg5ZEvQXdivmEicy4m
qN5GebHX10OR87ZsZOPuVyHBZTGhRANCAATJvgo5q2ybb75ocuhjple6QVjVVlev
pcmmSJwTpeeaxzM5HRsGrznVNi4+UYa1+iUACla+gjMcr6/EA7NnYYPu
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUTRYqAH3wDv9RY/oPmLghuW2/Tk8wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjAzNDYxMloYDzIxMjYxMDI5
MDM0NjEyWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATJvgo5q2ybb75ocuhjple6QVjVVlevpcmmSJwTpeeaxzM5HRsGrznV
Ni4+UYa1+iUACla+gjMcr6/EA7NnYYPuo28wbTAdBgNVHQ4EFgQU/00WtMAveFOn
q9KzTBjYKWYkNt0wHwYDVR0jBBgwFoAU/00WtMAveFOnq9KzTBjYKWYkNt0wGgYD
VR0RBBMwEYIJbG9jYWxob3N0hwR/AAABMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZI
zj0EAwIDSAAwRQIhAPKkilyUojp5aoAFhsLdrKmYeW2J6qhcKbZlYc/XEXwFAiBJ
TSaB0OiQEfRdUmQcI3gT5lazQ5yqCsz20m+xx5tgHQ==
-----END CERTIFICATE-----`,
} as const
