package io.portolan.demo.orders;

import java.util.List;

/** The file cannot be sent as it is; every error that was found is listed. */
public final class OrderFileRejected extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<CellError> errors;

    public OrderFileRejected(List<CellError> errors) {
        super(errors.size() + " errors");
        this.errors = errors.stream().sorted().toList();
    }

    /** In the order of the lines. */
    public List<CellError> errors() {
        return errors;
    }
}
