package sc.fiji.fastsam.command;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.command.ContextCommand;
import org.scijava.command.Previewable;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.engine.ImageSegmenter;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.Segmenters;
import sc.fiji.fastsam.engine.SelectedArea;
import sc.fiji.fastsam.host.Bridged;
import sc.fiji.fastsam.host.Checked;
import sc.fiji.fastsam.host.ModuleDialog;
import sc.fiji.fastsam.host.Noting;
import sc.fiji.fastsam.host.StatusLine;
import sc.fiji.fastsam.host.Tables;
import sc.fiji.fastsam.host.Titled;
import sc.fiji.fastsam.settings.ImageKeys;
import sc.fiji.fastsam.settings.LengthUnit;
import sc.fiji.fastsam.settings.OutputKeys;
import sc.fiji.fastsam.settings.PromptKeys;
import sc.fiji.fastsam.settings.SegmentationKeys;
import sc.fiji.fastsam.settings.Setting;
import sc.fiji.fastsam.settings.SettingKeys;
import sc.fiji.fastsam.settings.Settings;
import sc.fiji.fastsam.settings.UnusedKeys;

/**
 * What commands that run a network have in common: how a form becomes a task, its preview, what its
 * dialog is told, and how a run ends.
 */
abstract class ImageCommand extends ContextCommand
        implements Checked, Bridged, Noting, Titled, Previewable {

    /** Title of the page of further settings. */
    static final String MORE_SETTINGS = "More Settings";

    /** Title of the table of objects that dialogs begin with. */
    private static final String OBJECTS = "FastSAM Objects";

    private boolean bridged;
    private boolean fromDialog;
    private Optional<ReopenedImage> reopened = Optional.empty();
    private final FormPreview formPreview = new FormPreview();
    private BiConsumer<String, String> notes = ImageCommand::toStatusLine;

    /** The image that is read. */
    abstract ImagePlus image();

    /**
     * Does the command's work on the calling thread.
     *
     * @throws UncheckedIOException if the network cannot be opened
     * @throws CancellationException if the progress says so
     */
    abstract void execute(Progress progress);

    @Override
    public List<String> begin(boolean dialog) {
        bridged = true;
        fromDialog = dialog;
        formPreview.open();
        if (dialog) {
            set("overlay", true);
            set("preview", true);
            set(OutputKeys.TABLE_NAME.key(), OBJECTS);
            reopened = Optional.of(new ReopenedImage(this::image));
        }
        Roi roi = image() == null ? null : image().getRoi();
        return roi != null && SelectedArea.isArea(roi)
                ? List.of()
                : List.of(ImageKeys.REGION.key());
    }

    private void takeReopened() {
        reopened.flatMap(ReopenedImage::inPlace)
                .ifPresent(
                        image -> {
                            formPreview.end();
                            set("input", image);
                        });
    }

    /** Puts a value into the form; after a run, for the recorder. */
    final void set(String key, Object value) {
        module().setInput(key, value);
    }

    @Override
    public List<String> noted() {
        List<String> keys =
                new ArrayList<>(List.of("preview", "from_line", PromptKeys.SOURCE.key()));
        if (AreaNote.isFor(image())) {
            keys.add(SegmentationKeys.MIN_AREA.key());
        }
        return keys;
    }

    @Override
    public void listen(BiConsumer<String, String> listener) {
        notes = listener;
    }

    @Override
    public List<String> words(String key) {
        boolean isChannel = key.equals(ImageKeys.CHANNEL.key()) && image() != null;
        return isChannel ? ChannelWords.of(image()) : List.of();
    }

    @Override
    public String titleOf(String output) {
        boolean isSummary = output.equals("summary_table");
        Setting<String> title = isSummary ? OutputKeys.SUMMARY_NAME : OutputKeys.TABLE_NAME;
        return String.valueOf(module().getInput(title.key()));
    }

    private static void toStatusLine(String key, String text) {
        if (key.equals("preview")) {
            StatusLine.show(text);
        }
    }

    /** Tells the dialog, or where there is none of ours the status line. */
    final void say(String key, String text) {
        notes.accept(key, text);
    }

    /** Shows, changes or hides the preview; returns at once. */
    @Override
    public void preview() {
        takeReopened();
        boolean wanted = Boolean.TRUE.equals(module().getInput("preview"));
        if (AreaNote.isFor(image())) {
            double area = (Double) module().getInput(SegmentationKeys.MIN_AREA.key());
            say(SegmentationKeys.MIN_AREA.key(), AreaNote.text(area, image()));
        }
        if (image() == null || !wanted) {
            formPreview.end();
            say("preview", "");
        } else {
            formPreview.on(image(), this::say, this::asked, this::preview).ifPresent(this::showIn);
        }
    }

    private void showIn(LivePreview live) {
        try {
            LockedImage.requireOpen(image());
            check();
            show(live);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            live.hide();
            say("from_line", "");
            say("preview", e.getMessage());
        }
    }

    /**
     * Asks for a preview of what the form says.
     *
     * @throws IllegalArgumentException if that cannot be
     */
    abstract void show(LivePreview preview);

    /** What the preview goes by that lies neither in the form nor in the image's pixels. */
    Object asked() {
        return "";
    }

    /** Ends what goes on while the dialog is there. */
    @Override
    public void cancel() {
        reopened.ifPresent(ReopenedImage::close);
        formPreview.close();
    }

    /** True when the user said OK in a dialog. */
    final boolean isFromDialog() {
        return fromDialog;
    }

    /** Callback of the button "from_line": the length of the image's line is the diameter. */
    final void fromLine() {
        Roi roi = image() == null ? null : image().getRoi();
        if (roi == null || !roi.isLine()) {
            IJ.showMessage(
                    "FastSAM", "Draw a line across a typical object first, then press again.");
            return;
        }
        ImagePlus plain = new ImagePlus("", image().getProcessor());
        Roi line = (Roi) roi.clone();
        line.setImage(plain);
        double pixels = Math.round(line.getLength() * 10) / 10.0;
        module().setInput(SegmentationKeys.DIAMETER.key(), pixels);
        module().setInput(SegmentationKeys.DIAMETER_UNIT.key(), LengthUnit.PIXELS.toString());
    }

    /** Runs; a user's cancel becomes {@link #cancel}, anything else that goes wrong is thrown. */
    @Override
    public final void run() {
        takeReopened();
        cancel();
        try (LockedImage lock = new LockedImage(image())) {
            check();
            execute(CommandProgress.of(this));
            if (fromDialog && !Boolean.TRUE.equals(module().getInput(OutputKeys.TABLE.key()))) {
                // NB: a title without a table would be recorded.
                set(OutputKeys.TABLE_NAME.key(), OutputKeys.TABLE_NAME.standard());
            }
            UnusedKeys.of(values()).forEach(Notice::log);
        } catch (CancellationException e) {
            if (bridged) {
                throw e;
            }
            cancel(e.getMessage() == null ? "Canceled." : e.getMessage());
        } finally {
            StatusLine.clear();
        }
    }

    @Override
    public void check() {
        takeReopened();
        task().in(image());
        request();
        checkTitle(OutputKeys.TABLE, OutputKeys.TABLE_NAME);
        checkTitle(OutputKeys.SUMMARY, OutputKeys.SUMMARY_NAME);
    }

    private void checkTitle(Setting<Boolean> table, Setting<String> title) {
        if (Boolean.TRUE.equals(module().getInput(table.key()))) {
            Tables.check(title.key(), String.valueOf(module().getInput(title.key())));
        }
    }

    /**
     * What the form says, setting by setting.
     *
     * @throws IllegalArgumentException if a value does not suit its key
     */
    final Settings values() {
        CommandModule module = module();
        Settings values = Settings.DEFAULT;
        for (Setting<?> setting : SettingKeys.all()) {
            boolean isAsked = module.getInfo().getInput(setting.key()) != null;
            Object value = isAsked ? module.getInput(setting.key()) : null;
            values = value == null ? values : values.withText(setting, value.toString());
        }
        return values;
    }

    /** What of the image is segmented, and how. */
    final ImageTask task() {
        return ImageTask.of(values());
    }

    final Segmenters.Request request() {
        return Segmenters.Request.of(values());
    }

    /** Segments the image, by the network that all of this JVM share. */
    final ImageObjects segment(ImageTask task, Progress progress) {
        return new ImageSegmenter(Segmenters.shared().planes(request()))
                .segment(image(), task, progress);
    }

    /** Callback of the button "more". */
    final void openMore() {
        openPage(MORE_SETTINGS);
    }

    /** Asks for the values of a further page. */
    final void openPage(String title) {
        ModuleDialog.secondPage(module(), title).show();
        preview();
    }

    private CommandModule module() {
        CommandInfo info = context().service(CommandService.class).getCommand(getClass());
        return new CommandModule(info, this);
    }
}
