"""Writes a tiny language model of random numbers: its server is real, what it says is gibberish.

Run with the Python of an environment that has ``gguf`` and ``numpy``: ``tiny_model.py FILE``.
"""

import sys

import gguf
import numpy as np

WIDTH, HEADS, LAYERS, INNER, CONTEXT = 64, 4, 2, 128, 32768


def main(file: str) -> None:
    dice = np.random.default_rng(7)
    writer = gguf.GGUFWriter(file, "llama")
    writer.add_name("gibberish")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)
    words = [*_words()]
    writer.add_vocab_size(len(words))
    writer.add_tokenizer_model("llama")
    writer.add_token_list([text for text, _ in words])
    writer.add_token_scores([0.0 if kind == 1 else -1000.0 for _, kind in words])
    writer.add_token_types([kind for _, kind in words])
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)

    def tensor(name: str, *shape: int) -> None:
        writer.add_tensor(name, dice.normal(0, 0.2, shape).astype(np.float32))

    tensor("token_embd.weight", len(words), WIDTH)
    for layer in range(LAYERS):
        for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
            tensor(f"blk.{layer}.{name}.weight", WIDTH, WIDTH)
        tensor(f"blk.{layer}.ffn_gate.weight", INNER, WIDTH)
        tensor(f"blk.{layer}.ffn_up.weight", INNER, WIDTH)
        tensor(f"blk.{layer}.ffn_down.weight", WIDTH, INNER)
        for name in ("attn_norm", "ffn_norm"):
            writer.add_tensor(f"blk.{layer}.{name}.weight", np.ones(WIDTH, dtype=np.float32))
    writer.add_tensor("output_norm.weight", np.ones(WIDTH, dtype=np.float32))
    tensor("output.weight", len(words), WIDTH)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _words():
    """Yield tokens with their kinds: 1 a word, 2 unknown, 3 for control, 6 a byte."""
    yield "<unk>", 2
    yield "<s>", 3
    yield "</s>", 3
    for byte in range(256):
        yield f"<0x{byte:02X}>", 6
    for text in ("\u2581fn", "\u2581let", "\u2581mut", "{", "}", '"', ":", ",", "edits", "file"):
        yield text, 1


if __name__ == "__main__":
    main(sys.argv[1])
