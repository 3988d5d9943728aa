package id.balairung.queue.ui;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.ui.Timer;
import java.time.Duration;
import java.time.Instant;

/** A running time with its caption, a bar towards its target, and a note. It runs in the browser alone. */
class TimerFigure extends Div {

    private final Span caption = new Span();
    private final Timer timer = new Timer();
    private final Div bar = new Div(new HtmlComponent("i"));
    private final Span note = new Span();

    TimerFigure() {
        addClassNames("bl-fig", "bl-timer");
        caption.addClassName("k");
        bar.addClassName("bl-bar");
        note.addClassName("d");
        add(caption, timer, bar, note);
    }

    void show(String captionText, Instant since, Instant now, String noteText) {
        describe(captionText, noteText);
        timer.countFrom(since, now).withoutTarget();
        bar.setVisible(false);
    }

    void show(String captionText, Instant since, Instant now, Duration target, String noteText, boolean calm) {
        describe(captionText, noteText);
        timer.countFrom(since, now).target(target);
        bar.setVisible(true);
        bar.setClassName("near", calm);
    }

    private void describe(String captionText, String noteText) {
        caption.setText(captionText);
        note.setText(noteText);
        setVisible(true);
    }
}
