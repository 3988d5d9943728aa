package id.balairung.common.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of a live screen that is drawn from one value, and drawn anew only when that is another: the feed tells every screen of
 * every rating, and most of them change little.
 *
 * @param <M> all that is shown, in a value whose equality means that the same is shown
 */
public abstract class Part<M> extends Div {

    private transient @Nullable M shown;

    /** Shows a newer value. */
    public final void show(M newer) {
        if (!Objects.equals(newer, shown)) {
            shown = newer;
            draw(newer);
        }
    }

    /** Draws the value; what was drawn before may still stand. */
    protected abstract void draw(M newer);
}
