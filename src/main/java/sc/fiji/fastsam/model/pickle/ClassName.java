package sc.fiji.fastsam.model.pickle;

/**
 * A Python class or function that a pickle names. Only the name: it is never looked up.
 *
 * @param module such as "torch.nn.modules.conv"
 * @param name such as "Conv2d"
 */
public record ClassName(String module, String name) {

    /** "torch.nn.modules.conv.Conv2d". */
    @Override
    public String toString() {
        return module + "." + name;
    }
}
