package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Notifications;
import id.balairung.satisfaction.FollowUpId;
import id.balairung.satisfaction.OwnFollowUp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What an officer was asked to do. It doesn't tell what it goes back to. */
class OwnTasks extends Section {

    private final transient SatisfactionServices services;
    private final transient SatisfactionWords words;
    private final TaskList list;
    private final EmptyState empty;

    OwnTasks(SatisfactionServices services, SatisfactionWords words) {
        this.services = services;
        this.words = words;
        addClassNames("bl-card", "bl-own-tasks");
        String title = words.text("satisfaction.own.tasks");
        setAriaLabel(title);
        Header head = new Header(new H2(title));
        head.addClassName("bl-head");
        this.list = new TaskList(words, Optional.of(this::open));
        this.empty = new EmptyState(
                Icons.TASK, words.text("satisfaction.own.tasks.none"), words.text("satisfaction.own.tasks.none-next"));
        add(head, new Scroll(title, list), empty);
    }

    void refresh(LocalDate today) {
        List<OwnFollowUp> own = services.followUps().own();
        list.show(own.stream().map(task -> shown(task, today)).toList());
        list.setVisible(!own.isEmpty());
        empty.setVisible(own.isEmpty());
    }

    /** Neither when it was opened nor what was said: that would tell of a single rating. */
    private TaskList.Task shown(OwnFollowUp task, LocalDate today) {
        return new TaskList.Task(
                task.id(),
                task.title(),
                task.details(),
                task.state(),
                task.due(),
                task.overdue(today),
                "",
                "",
                task.result());
    }

    private void open(FollowUpId id) {
        services.followUps().own().stream()
                .filter(task -> task.id().equals(id))
                .findFirst()
                .ifPresentOrElse(
                        task -> new OwnTaskDialog(services, words, task, () -> refresh(services.today())).open(),
                        () -> {
                            Notifications.ERROR.show(words.text("satisfaction.refused.no-such-follow-up"));
                            refresh(services.today());
                        });
    }
}
