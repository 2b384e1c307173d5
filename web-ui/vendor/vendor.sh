#!/bin/sh
# Rebuilds src/main/resources/static/vendor from the versions pinned in package-lock.json. Run it after a change of
# version and commit what it makes: the Maven build needs neither Node nor a network for it.
set -eu
cd "$(dirname "$0")"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error

version() { node -p "require('./node_modules/$1/package.json').version"; }
uswds=node_modules/@uswds/uswds
htmx=node_modules/htmx.org
static=../src/main/resources/static/vendor
to=$static/uswds-$(version @uswds/uswds)

rm -rf "$static"
mkdir -p "$to/css" "$to/js" "$static/htmx-$(version htmx.org)"

# Two font families are enough here: headings use Source Sans too, so Merriweather is taken out, and with it the light
# weights and the one photograph, which no page shows.
sed -e 's/@font-face{font-family:"\{0,1\}Merriweather Web[^}]*}//g' \
    -e 's/@font-face{font-family:[^;]*;font-style:[a-z]*;font-weight:300;[^}]*}//g' \
    -e 's/Merriweather Web,Georgia,Cambria,Times New Roman,Times,serif/Source Sans Pro Web,Helvetica Neue,Helvetica,Roboto,Arial,sans-serif/g' \
    -e 's/url(\.\.\/img\/hero\.jpg)/none/g' \
    -e '/^\/\*# sourceMappingURL/d' \
    "$uswds/dist/css/uswds.min.css" > "$to/css/uswds.min.css"

# Exactly the fonts and pictures which the style sheet names, and the icon sprite.
{ grep -o 'url(\.\./[^)]*)' "$to/css/uswds.min.css" | sed -e 's/^url(\.\.\///' -e 's/)$//'; echo img/sprite.svg; } | sort -u |
while read -r file; do
  mkdir -p "$to/$(dirname "$file")"
  cp "$uswds/dist/$file" "$to/$file"
done

node node_modules/esbuild/bin/esbuild uswds-init.js --bundle --minify --target=es2022 --legal-comments=none \
  --log-level=warning --outfile="$to/js/uswds-init.min.js"
cp "$htmx/dist/htmx.min.js" "$htmx/dist/ext/hx-sse.min.js" "$static/htmx-$(version htmx.org)/"
sed -i '/^\/\/# sourceMappingURL/d' "$static"/htmx-*/*.js

cp "$uswds/LICENSE.md" "$to/LICENSE.md"
cp "$htmx/LICENSE" "$static/htmx-$(version htmx.org)/LICENSE"
cp NOTICE.md "$static/NOTICE.md"
du -sh "$static"
