"""The same words without language models: no card should appear in this file."""


class Room:
    def __init__(self, sensor, mask=None):
        self.temperature = sensor.read()
        self.mask = mask

    def head(self, adapter):
        return adapter.head() if self.temperature > 30 else None


def report(sensor, batch):
    temperature = sensor.read()
    token = batch.pop()
    return f"{token}: {temperature:.1f} degrees"
