package id.balairung.queue.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Says under which number a handed-off visitor goes on, large enough to be read out. */
class ArrivalDialog extends Dialog {

    ArrivalDialog(TransferDialog.Arrival arrival, Runnable afterwards) {
        setHeaderTitle(getTranslation("queue.arrival.title"));
        Div number = new Div(arrival.number().map(Object::toString).orElse(getTranslation("queue.arrival.repeated")));
        number.addClassNames("bl-arrival", "bl-num");
        add(
                number,
                new Paragraph(getTranslation(
                        "queue.arrival.next",
                        arrival.target().agencyName(),
                        arrival.target().service().name(getLocale()))));
        Button understood = new Button(getTranslation("queue.arrival.understood"), click -> close());
        understood.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(understood);
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                understood.focus();
            } else {
                afterwards.run();
            }
        });
    }
}
