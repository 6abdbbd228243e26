package sc.fiji.fastsam.model.catalog;

/**
 * Under what conditions a model may be used.
 *
 * @param name such as "AGPL-3.0"
 * @param summary what it means, in plain words
 * @param text address of the full text
 */
public record License(String name, String summary, String text) {

    /** Of networks that Ultralytics and FastSAM's authors publish. */
    static final License AGPL =
            new License(
                    "AGPL-3.0",
                    "The weights are under the GNU Affero General Public License 3.0. You may use"
                            + " them for anything, at work too, free of charge. If you pass them on, or"
                            + " pass on software with them, or let others use such software over a"
                            + " network, you must offer all of it with its source code under the same"
                            + " license, unless you buy another one from Ultralytics. Your images and"
                            + " results remain yours. This is a summary, not legal advice.",
                    "https://www.gnu.org/licenses/agpl-3.0.html");

    /** Of OpenAI's CLIP. */
    static final License CLIP =
            new License(
                    "MIT",
                    "CLIP is OpenAI's, under the MIT License: use, change and pass it on as you"
                            + " like, with OpenAI's copyright notice. The ONNX files were made of it"
                            + " by Xenova. OpenAI's model card advises against uses that were not"
                            + " tested for their purpose.",
                    "https://github.com/openai/CLIP/blob/main/LICENSE");

    /** Of ONNX Runtime. */
    static final License ONNX_RUNTIME =
            new License(
                    "MIT",
                    "ONNX Runtime is Microsoft's, under the MIT License: use, change and pass it on"
                            + " as you like, with Microsoft's copyright notice. It needs NVIDIA's CUDA"
                            + " and cuDNN, which are not part of it and have NVIDIA's licenses.",
                    "https://github.com/microsoft/onnxruntime/blob/main/LICENSE");

    /** Of this software, and of the network that comes with it. */
    static final License OWN =
            new License(
                    "BSD-2-Clause",
                    "The network comes with this software, under its license.",
                    "https://opensource.org/license/bsd-2-clause");
}
