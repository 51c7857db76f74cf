#!/bin/sh
# Runs in a Debian that has booted with the package and its socket enabled (fresh_test.py).
# Ends in "done", if all went well.
set -eux

sheets="curl -sS --fail --max-time 30 --unix-socket /run/trialsheet.sock"
fetch="systemd-run --quiet --pipe --wait -p DynamicUser=yes -p User=trialsheet
  -p StateDirectory=trialsheet -E XDG_DATA_HOME=/var/lib trialsheet fetch"
not() { if "$@"; then return 1; fi; }
active() { systemctl is-active --quiet "$1"; }

# The first request starts the service.
active trialsheet.socket
not active trialsheet.service
$sheets http://localhost/healthz
active trialsheet.service
$sheets -H 'Content-Type: application/json' --data-binary @/srv/record.json -o /srv/sheet.pdf \
  'http://localhost/v1/sheet?lang=es'
head -c 5 /srv/sheet.pdf | grep %PDF-

# Shut in: a user of its own, no rights, its calls filtered.
pid=$(systemctl show -p MainPID --value trialsheet.service)
not grep -E '^Uid:\s+0' "/proc/$pid/status"
grep -E '^CapEff:\s+0+$' "/proc/$pid/status"
grep -E '^NoNewPrivs:\s+1$' "/proc/$pid/status"
grep -E '^Seccomp:\s+2$' "/proc/$pid/status"

# Options of the operator; records fetched for it; a sheet of one of them.
echo 'TRIALSHEET_OPTIONS=--upstream' > /etc/default/trialsheet
systemctl try-restart trialsheet.service
$sheets http://localhost/healthz
$fetch --from - < /srv/record.json
test "$(stat -c %a /var/lib/private/trialsheet/records.db)" = 600
rm /etc/default/trialsheet
systemctl try-restart trialsheet.service
$sheets -o /srv/kept.pdf http://localhost/v1/sheet/NCT05153070

# Without a network the socket is enough.
install -D -m 644 /usr/share/doc/trialsheet/examples/offline.conf \
  /etc/systemd/system/trialsheet.service.d/offline.conf
systemctl daemon-reload
systemctl restart trialsheet.service
$sheets -o /srv/offline.pdf http://localhost/v1/sheet/NCT05153070
cmp /srv/kept.pdf /srv/offline.pdf

# An update: nobody is refused while it goes on, and another process serves then.
(for i in $(seq 40); do $sheets http://localhost/healthz || echo refused; sleep 0.1; done) \
  > /srv/answers &
pid=$(systemctl show -p MainPID --value trialsheet.service)
dpkg -i /srv/trialsheet_*.deb
wait $!
test "$(sort -u /srv/answers)" = ok
test "$pid" != "$(systemctl show -p MainPID --value trialsheet.service)"

# Nothing about trials is in the log.
journalctl -u trialsheet.service --no-pager > /srv/log
grep '"status":200' /srv/log
not grep NCT0515 /srv/log

# Removing stops it and keeps the records; purging takes them.
apt-get remove -q -y trialsheet
not active trialsheet.socket
not active trialsheet.service
test -e /var/lib/private/trialsheet/records.db
apt-get purge -q -y trialsheet
test ! -e /var/lib/private/trialsheet
test ! -e /var/lib/trialsheet
test ! -e /etc/systemd/system/sockets.target.wants/trialsheet.socket
echo done
