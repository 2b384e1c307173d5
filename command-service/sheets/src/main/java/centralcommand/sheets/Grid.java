package centralcommand.sheets;

import java.util.List;

/**
 * The cells of a file, the header first; rows in which nothing stands are left out.
 *
 * @param rows at most {@link SheetReader#MOST_ROWS} and the header
 */
record Grid(List<Row> rows) {
    Grid {
        rows = List.copyOf(rows);
    }

    /** @param number of the row in the file, from 1 */
    record Row(int number, List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        boolean empty() {
            return cells.stream().allMatch(Cell::empty);
        }

        Cell cell(int index) {
            return index < cells.size() ? cells.get(index) : Cell.EMPTY;
        }
    }
}
