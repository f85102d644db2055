use std::io::{Cursor, Read, Write};

use zip::write::FileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

fn main() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = FileOptions::default().compression_method(CompressionMethod::Stored);
    writer.start_file("a/FileOptions.txt", stored).unwrap();
    writer.write_all(b"one two").unwrap();
    writer.add_directory("b", zip::write::FileOptions::default().unix_permissions(0o700)).unwrap();
    let written = writer.finish().unwrap();
    let mut archive = ZipArchive::new(written).unwrap();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        println!("{} {:?} {text}", file.name(), file.unix_mode());
    }
}
