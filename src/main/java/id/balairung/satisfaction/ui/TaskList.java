package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Rows;
import id.balairung.satisfaction.FollowUpId;
import id.balairung.satisfaction.FollowUpState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tasks by the day until which they are to be done; whoever may change one opens it by its title. */
class TaskList extends UnorderedList {

    private final transient SatisfactionWords words;
    private final transient Optional<Consumer<FollowUpId>> open;
    private final transient Rows<Task, TaskRow> rows;

    /** A task as it is shown; when it was opened, what was said and the note may be empty. */
    record Task(
            FollowUpId id,
            String title,
            String about,
            FollowUpState state,
            LocalDate due,
            boolean overdue,
            String opened,
            String said,
            String note) {}

    /**
     * A list.
     *
     * @param open opens a task; empty for who only reads
     */
    TaskList(SatisfactionWords words, Optional<Consumer<FollowUpId>> open) {
        this.words = words;
        this.open = open;
        this.rows = new Rows<>(this, Task::id, TaskRow::new);
        addClassName("bl-satisfaction-list");
    }

    void show(List<Task> tasks) {
        rows.show(tasks);
    }

    private final class TaskRow extends ListItem implements Rows.Row<Task> {

        private final @Nullable NativeButton act;
        private final Span title = new Span();
        private final Span badge = new Span();
        private final Span about = new Span();
        private final Span opened = new Span();
        private final Span due = new Span();
        private final Span said = new Span();
        private final Span note = new Span();
        private transient @Nullable Task shown;

        TaskRow() {
            addClassName("bl-todo");
            about.addClassNames("bl-xs", "bl-sec", "about");
            opened.addClassName("bl-quiet");
            said.addClassNames("bl-s", "said");
            due.addClassNames("bl-num", "bl-xs", "due");
            badge.addClassName("state");
            this.act = open.map(opening -> new NativeButton("", click -> {
                        Task task = shown;
                        if (task != null) {
                            opening.accept(task.id());
                        }
                    }))
                    .orElse(null);
            Component head = title;
            if (act != null) {
                act.addClassNames("bl-rowact", "what");
                head = act;
            }
            title.addClassName("what");
            note.addClassNames("bl-s", "bl-sec", "note");
            add(head, badge, about, due, said, note);
        }

        @Override
        public void draw(Task task) {
            shown = task;
            if (act != null) {
                act.setText(task.title());
            }
            title.setText(task.title());
            about.removeAll();
            about.add(new Span(task.about()));
            if (!task.opened().isEmpty()) {
                opened.setText(task.opened());
                about.add(opened);
            }
            said.setText(task.said());
            said.setVisible(!task.said().isEmpty());
            note.setText(task.note());
            note.setVisible(!task.note().isEmpty());
            badge.removeAll();
            badge.add(new TaskWords(words, List.of()).badge(task.state()));
            due.removeAll();
            due.setClassName("bl-over", task.overdue());
            due.setClassName("bl-sec", !task.overdue());
            if (task.overdue()) {
                due.add(
                        Icons.ALERT.create(),
                        new Span(words.text("satisfaction.task.overdue", words.shortDay(task.due()))));
            } else {
                due.add(new Span(words.shortDay(task.due())));
            }
        }
    }
}
