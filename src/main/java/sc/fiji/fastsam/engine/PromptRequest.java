package sc.fiji.fastsam.engine;

import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.settings.PromptSettings;

/**
 * Which prompts are asked, and how they choose.
 *
 * @param prompts for the planes of an image
 * @param rules how they choose
 */
public record PromptRequest(PromptList prompts, PromptSettings rules) {}
