pub fn size_label(bytes: u64) -> String {
    match bytes / 1024 {
        kib if kib < 1024 => format!("{kib} KiB"),
        kib if kib >= 1024 => format!("{} MiB", kib / 1024),
    }
}
