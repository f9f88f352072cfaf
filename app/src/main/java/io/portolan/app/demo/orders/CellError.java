package io.portolan.app.demo.orders;

/** Something wrong with the file, by the line in which its row begins and its column, and what to change. */
public record CellError(long lineNumber, String column, String detail) implements Comparable<CellError> {
    @Override
    public int compareTo(CellError other) {
        return Long.compare(lineNumber, other.lineNumber);
    }

    @Override
    public String toString() {
        String where = column.isEmpty() ? "" : ", column " + column;
        return "line " + lineNumber + where + ": " + detail;
    }
}
