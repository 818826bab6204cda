#!/usr/bin/env bash
# Учебный удостоверяющий центр: выпускает серверу сертификат на названные имена. Выполняется в контейнере postgres:
#   docker compose exec -T postgres bash -s КАТАЛОГ ИМЯ... < postgres/certificate.sh
set -euo pipefail
folder=${1:?каталог}
shift
names=$(printf ',DNS:%s' "${@:?имя}")
mkdir -p "$folder"
cd "$folder"
new=(openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -noenc -days 30)

# Центр создаётся один раз: его сертификат раздают клиентам.
[ -e ca.crt ] || "${new[@]}" -subj "/CN=Lab CA ${folder##*/}" -keyout ca.key -out ca.crt 2> /dev/null

"${new[@]}" -CA ca.crt -CAkey ca.key -subj "/CN=$1" -addext "subjectAltName=${names#,}" \
  -addext 'basicConstraints=critical,CA:FALSE' -keyout server.key -out server.crt 2> /dev/null
# Ключ, который могут прочитать другие, сервер не примет.
chmod 600 server.key
chown --reference=../PG_VERSION server.key server.crt
