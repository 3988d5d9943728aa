package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.queue.ui.LiveText;
import id.balairung.satisfaction.AgencySatisfaction;
import java.time.LocalDate;

/** What is being done about what was said, the overdue first. */
class TasksCard extends Section {

    private final transient SatisfactionWords words;
    private final TaskList list;
    private final EmptyState empty;
    private final LiveText overdue = new LiveText();
    private final LiveText counts = new LiveText();

    TasksCard(SatisfactionActs acts, SatisfactionAddress here) {
        this.words = acts.words();
        addClassNames("bl-card", "bl-tasks");
        String title = words.text("satisfaction.tasks");
        setAriaLabel(title);
        overdue.addClassNames("bl-over", "bl-s");
        Header head = new Header(new H2(title), overdue);
        head.addClassName("bl-head");
        if (acts.possible()) {
            Button add = new Button(words.text("satisfaction.tasks.add"), click -> acts.add());
            add.addThemeVariants(ButtonVariant.SMALL);
            add.addClassName("bl-push");
            head.add(add);
        }
        this.list = new TaskList(words, acts.tasks());
        this.empty = new EmptyState(
                Icons.TASK, words.text("satisfaction.tasks.none"), words.text("satisfaction.tasks.none-next"));
        counts.addClassName("bl-quiet");
        Anchor all = new Anchor(here.href(SatisfactionAddress.TASKS), words.text("satisfaction.tasks.all"));
        all.getElement().setAttribute("router-link", true);
        all.addClassName("bl-push");
        Footer foot = new Footer(counts, all);
        foot.addClassNames("bl-card-foot", "bl-row", "bl-xs");
        add(head, new Scroll(title, list), empty, foot);
    }

    void show(AgencySatisfaction now, LocalDate today) {
        TaskWords said = new TaskWords(words, now.asked());
        list.show(now.followUps().stream()
                .map(task -> new TaskList.Task(
                        task.id(),
                        said.title(task),
                        said.about(task),
                        task.state(),
                        task.due(),
                        task.overdue(today),
                        "",
                        "",
                        ""))
                .toList());
        list.setVisible(!now.followUps().isEmpty());
        empty.setVisible(now.followUps().isEmpty());
        overdue.setText(
                now.tasks().overdue() == 0
                        ? ""
                        : words.text(
                                "satisfaction.tasks.overdue",
                                words.count(now.tasks().overdue())));
        counts.setText(words.text(
                "satisfaction.tasks.counts",
                words.count(now.tasks().open() + now.tasks().running()),
                words.count(now.tasks().done())));
    }
}
