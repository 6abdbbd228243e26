import torch

from fastsam_train.reuse import relit, reused, turned


def batch():
    """A frame of 4 x 4 with object 1 in the upper row, columns 1 and 2."""
    labels = torch.zeros(1, 4, 4, dtype=torch.int16)
    labels[0, 0, 1:3] = 1
    images = (labels == 1).to(torch.uint8)[..., None].repeat(1, 1, 1, 3) * 200
    return {"images": images, "labels": labels, "boxes": torch.tensor([[1.0, 0, 3, 1]]), "image": torch.zeros(1)}


def test_boxes_follow_the_labels_under_every_symmetry():
    for symmetry in range(8):
        seen = turned(batch(), symmetry)
        y, x = torch.nonzero(seen["labels"][0] == 1, as_tuple=True)
        assert seen["boxes"].tolist() == [[x.min(), y.min(), x.max() + 1, y.max() + 1]]
        assert torch.equal(seen["images"][..., 0] == 200, seen["labels"] == 1)


def test_rows_and_columns_swap_places():
    assert turned(batch(), 4)["boxes"].tolist() == [[0, 1, 1, 3]]
    assert turned(batch(), 1)["boxes"].tolist() == [[1, 0, 3, 1]] and turned(batch(), 2)["boxes"].tolist() == [[1, 3, 3, 4]]


def test_the_eight_symmetries_differ():
    labels = torch.arange(16).reshape(1, 4, 4)
    seen = {tuple(turned({**batch(), "labels": labels}, s)["labels"].flatten().tolist()) for s in range(8)}
    assert len(seen) == 8


def test_relit_images_keep_shape_and_type_but_not_values():
    torch.manual_seed(0)
    images = batch()["images"].repeat(5, 1, 1, 1)
    seen = relit(images)
    assert seen.dtype == torch.uint8 and seen.shape == images.shape and not torch.equal(seen, images)


def test_each_batch_comes_as_often_as_asked_and_first_as_it_is():
    torch.manual_seed(0)
    stream = ({**batch(), "number": torch.tensor([i])} for i in range(9))
    seen = [int(b["number"]) for b in reused(stream, 3, torch.device("cpu"), pool=2)]
    assert [seen.count(i) for i in range(7)] == [3] * 7 and seen[:5] == [0, 1, 2, 0, 0]


def test_once_is_the_stream_itself():
    assert list(reused(iter([1, 2, 3]), 1, torch.device("cpu"))) == [1, 2, 3]
