"""Surnames common enough to begin a person's name inside a run of capitals ("Hải Phòng Lê Văn Thành")."""

from __future__ import annotations

COMMON = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Trương|Đinh|Đoàn|Phùng|Trịnh|Hồ|Lý|Lương|Đào|Mai"
)
