package id.balairung.agency.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Paragraph;
import id.balairung.agency.CalendarDraft;
import id.balairung.agency.CalendarKind;
import id.balairung.agency.MallCalendar;
import id.balairung.agency.ServiceAdministration.Effect;
import id.balairung.common.ui.TwoLines;
import id.balairung.security.Reauthentication;
import id.balairung.security.ui.ReauthenticationDialog;
import java.util.List;
import java.util.Objects;

/** Shows the holidays that come with the application, and what taking them over would do, before it is done. */
class NationalHolidaysDialog extends Dialog {

    NationalHolidaysDialog(
            MallCalendar calendar, CalendarText text, Runnable afterwards, Reauthentication reauthentication) {
        List<CalendarDraft> days = calendar.bundled();
        List<MallCalendar.PlannedDay> plan = calendar.plan(days);
        long news = plan.stream().filter(day -> day.effect() != Effect.SAME).count();
        setHeaderTitle(getTranslation("agency.calendar.national"));
        setWidth("44rem");
        Paragraph note = new Paragraph(getTranslation("agency.calendar.national-note"));
        note.addClassName("bl-sec");
        Grid<MallCalendar.PlannedDay> list = new Grid<>();
        list.addThemeVariants(GridVariant.NO_BORDER);
        list.setSelectionMode(Grid.SelectionMode.NONE);
        list.setHeight("22rem");
        list.addComponentColumn(day -> new TwoLines(
                        "",
                        text.date(Objects.requireNonNull(day.draft().day())),
                        text.kind(Objects.requireNonNullElse(day.draft().kind(), CalendarKind.NATIONAL_HOLIDAY)) + ": "
                                + day.draft().name()))
                .setHeader(getTranslation("agency.calendar.day"));
        list.addColumn(day -> getTranslation("agency.effect." + word(day.effect())))
                .setHeader(getTranslation("agency.effect"))
                .setWidth("110px")
                .setFlexGrow(0);
        list.setItems(plan);
        add(note, list);
        Button take = new Button(
                getTranslation("agency.calendar.national-take", news),
                click -> ReauthenticationDialog.before(reauthentication, () -> {
                    calendar.importAll(days);
                    close();
                    afterwards.run();
                }));
        take.addThemeVariants(ButtonVariant.PRIMARY);
        take.setEnabled(news > 0);
        getFooter().add(new Button(getTranslation("common.form.cancel"), click -> close()), take);
    }

    private static String word(Effect effect) {
        return switch (effect) {
            case ADDED -> "added";
            case CHANGED -> "changed";
            case SAME -> "same";
        };
    }
}
