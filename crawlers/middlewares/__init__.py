"""The downloader middlewares, in the order in which a request passes them: guard, robots, …, archive, pace (see ``settings``)."""
