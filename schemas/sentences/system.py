"""What the system says of a file that it does not open or write."""

from __future__ import annotations

import errno

from yusuan.schemas.sentences.said import Said

_CHINESE: dict[int, str] = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "不允许这样做",
    errno.EISDIR: "这是文件夹",
    errno.ENOTDIR: "不是文件夹",
    errno.EEXIST: "已经存在",
    errno.ENOSPC: "磁盘没有空间了",
    errno.EROFS: "只能读，不能写",
    errno.EIO: "读写出错",
    errno.EBUSY: "正被占用",
    errno.EFBIG: "文件太大",
    errno.EMFILE: "打开的文件太多",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "链接绕成了圈",
    errno.ENXIO: "没有这个设备",
    errno.EINVAL: "参数不对",
}


class SaidOSError(OSError):
    """An error like the system's that this program raises itself; `said` is its sentence in both languages."""

    def __init__(self, number: int, said: Said) -> None:
        super().__init__(number, said.en)
        self.said = said

    def __reduce__(self) -> tuple[type[SaidOSError], tuple[int, Said]]:
        return type(self), (self.errno or 0, self.said)


def of_error(error: Exception) -> Said:
    """What any error says: the whole of it in English, also in Chinese unless it is a known one of the system."""
    return Said(str(error), of_system(error).zh if isinstance(error, OSError) else str(error))


def of_system(error: OSError) -> Said:
    """What an error of the system says; in English where its Chinese is not known."""
    if isinstance(error, SaidOSError):
        return error.said
    english = str(error.strerror or error)
    return Said(english, _CHINESE.get(error.errno or 0, english))
