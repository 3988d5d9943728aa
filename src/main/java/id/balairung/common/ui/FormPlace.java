package id.balairung.common.ui;

import java.util.Optional;

/** Where a form stands: it is told what was stored, reads again, and closes. */
interface FormPlace<T> {

    void stored(String id);

    Optional<T> readAgain(Optional<T> shown);

    void close();
}
