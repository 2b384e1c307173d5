/** Pictures drawn on the server as SVG text: they print, need no script, and can be tested as text. Each stands beside a table that says the same. */
@NullMarked
package centralcommand.web.chart;

import org.jspecify.annotations.NullMarked;
