package id.balairung.queue.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import id.balairung.common.ui.Icons;
import id.balairung.counter.Break;
import id.balairung.counter.OpenShift;
import java.util.stream.Collectors;

/** An open counter: who is there, for what, and what the admin can do about it. */
class CounterDialog extends Dialog {

    CounterDialog(BoardState state, OpenShift shift, Runnable askBack, Runnable closeCounter) {
        setHeaderTitle(getTranslation("queue.board.counter", shift.counterNumber()));
        Paragraph who = new Paragraph(
                getTranslation("queue.board.counter-since", shift.officerName(), state.clock(shift.openedAt())));
        Paragraph what = new Paragraph(state.board().services().stream()
                .filter(service -> shift.services().contains(service.id()))
                .map(service -> service.prefix() + " " + service.name(getLocale()))
                .collect(Collectors.joining(", ")));
        what.addClassName("bl-sec");
        Div form = new Div(who, what);
        form.addClassName("bl-form");
        shift.running()
                .flatMap(Break::askedBack)
                .ifPresent(at -> form.add(new Paragraph(getTranslation("queue.board.asked-back", state.clock(at)))));
        add(form);
        getFooter().add(new Button(getTranslation("queue.dialog.close"), click -> close()));
        if (shift.running().filter(running -> running.askedBack().isEmpty()).isPresent()) {
            getFooter().add(act("queue.board.ask-back", Icons.CALL, askBack));
        }
        getFooter().add(act("queue.menu.close", Icons.DOOR, closeCounter));
    }

    private Button act(String key, Icons icon, Runnable act) {
        Button button = new Button(getTranslation(key), icon.create(), click -> {
            close();
            act.run();
        });
        button.setDisableOnClick(true);
        return button;
    }
}
