package sc.fiji.fastsam.imagej;

import ij.process.LUT;
import java.awt.Color;
import java.util.stream.IntStream;

/**
 * Colors of labels: 0 is black, the 255 others are far from each other and from black and white,
 * the first ones most. The same in every run.
 */
public final class LabelColors {

    private static final int COUNT = 256;

    /** Between the values of red, green and blue that there are. */
    private static final int STEP = 15;

    /**
     * The colors, each by the steps of red, green and blue, a = 0. NB: as the test class {@code
     * WellSeparated} chooses them, which takes longer than all that a start may.
     */
    private static final String STEPS =
            """
            aaa lar ara raa roa aip rfl bje lhe arq ork qmr dmp rja ark lfn
            nrc jja cgr pef rap roj ema rkl ckj jgk iok rjg kmr mna nea njb
            mfi lmh krh dim rjr ljq lgr gie oal rra rmk rqh jnf qah drn pin
            mgg gpq dng fia rrm aqg mbo rnf iqb rae mkf gir mfd rga aja rhj
            nqg krl lga mek alr anl nrn qlg ong jha par qgr nla jqo iin pkn
            rge job hlg mir neg akh qji jlb aoa igo rgo mhn qil rla aoj oha
            mjn igm jer occ ndi pqe amn hqi pkr ndn ikr ral oph npk iid joi
            inr qhg okh ran oie jhd glb jrn rke lqi fle mhk rcg pda pod rid
            mmd oaj hof kle knj rrk emh oni qfj qma fjg leo ohq ogn lja ihr
            mlr ane mid gho ner nff ajm raj pgl eid grf ole qkh knc oij mpc
            rkq hrr hko hmj rpi gon hpe mfb oah dpm nhf rko mrf qle pja ofd
            hib rfp obf qpa ile qac gqk pra phi qmi pdq lfj ald kpf elp ahp
            rio aor rln bjp ahr ppj ghl rff qrh ikf lng aph rnh app pan phd
            goi pae rfi jfo lql ejc kpm kkf ojo flh jjr fjr pne kgn ofi alf
            kkp kjd mph lra oel fin ifq qgc olp hlr cml hrh rcr roe lfl qgh
            mle bjh hng emj ngl hra nfq ehn rmp oip rii lne dnj loi plc qhq
            """;

    private static final int[] RGB = STEPS.strip().lines().flatMapToInt(LabelColors::rgb).toArray();

    private LabelColors() {}

    private static IntStream rgb(String line) {
        return IntStream.iterate(0, i -> i < line.length(), i -> i + 4)
                .map(i -> step(line, i) << 16 | step(line, i + 1) << 8 | step(line, i + 2));
    }

    private static int step(String line, int place) {
        return STEP * (line.charAt(place) - 'a');
    }

    /** A color table with them. */
    public static LUT lut() {
        byte[] red = new byte[COUNT];
        byte[] green = new byte[COUNT];
        byte[] blue = new byte[COUNT];
        for (int i = 0; i < COUNT; i++) {
            red[i] = (byte) (RGB[i] >> 16);
            green[i] = (byte) (RGB[i] >> 8);
            blue[i] = (byte) RGB[i];
        }
        return new LUT(red, green, blue);
    }

    /** The color of a label; above 255 they repeat without black. */
    public static Color of(int label) {
        return new Color(RGB[label == 0 ? 0 : 1 + (label - 1) % (COUNT - 1)]);
    }
}
