"""Makes the package importable and finds the shared data, where there is any."""

import os
import sys
from pathlib import Path

import pytest

TRAINING = Path(__file__).parents[1]
sys.path.insert(0, str(TRAINING))


@pytest.fixture
def shared_data():
    """Folder of the shared sets; the test is skipped where it is absent."""
    project = TRAINING.parents[1]
    folder = Path(os.environ.get("FASTSAM_DATA", project.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip("no shared data here (set FASTSAM_DATA)")
    return folder
