//! A map in a file.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The length of a value that stands for "removed".
const REMOVED: u32 = u32::MAX;

/// Keys and values, kept in a file.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    file: File,
    values: BTreeMap<Vec<u8>, Vec<u8>>,
}

impl Store {
    /// Open the file, or make it. An incomplete record at its end is cut off.
    pub fn open(path: &Path) -> io::Result<Self> {
        let options = || {
            let mut options = OpenOptions::new();
            options.read(true).write(true).create(true).truncate(false);
            options
        };
        let mut file = options().open(path)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        let mut values = BTreeMap::new();
        let mut rest = bytes.as_slice();
        while let Some((key, value, after)) = read_record(rest) {
            match value {
                Some(value) => values.insert(key.to_vec(), value.to_vec()),
                None => values.remove(key),
            };
            rest = after;
        }
        let whole = (bytes.len() - rest.len()) as u64;
        file.set_len(whole)?;
        file.seek(SeekFrom::Start(whole))?;
        Ok(Self {
            path: path.to_owned(),
            file,
            values,
        })
    }

    /// The value of a key.
    pub fn get(&self, key: &[u8]) -> Option<&[u8]> {
        self.values.get(key).map(Vec::as_slice)
    }

    /// Set a value; it is on the disk when this returns.
    pub fn set(&mut self, key: &[u8], value: &[u8]) -> io::Result<()> {
        self.append(key, Some(value))?;
        self.values.insert(key.to_vec(), value.to_vec());
        Ok(())
    }

    /// Remove a key; `false` if it was not there.
    pub fn remove(&mut self, key: &[u8]) -> io::Result<bool> {
        if !self.values.contains_key(key) {
            return Ok(false);
        }
        self.append(key, None)?;
        self.values.remove(key);
        Ok(true)
    }

    /// Write the file anew without what was replaced or removed.
    pub fn compact(&mut self) -> io::Result<()> {
        let beside = self.path.with_added_extension("new");
        let mut bytes = Vec::new();
        for (key, value) in &self.values {
            bytes.extend(record(key, Some(value))?);
        }
        let mut file = File::create(&beside)?;
        file.write_all(&bytes)?;
        file.sync_all()?;
        // Whoever opens it sees the old file or the new one, never a part.
        fs::rename(&beside, &self.path)?;
        self.file = file;
        Ok(())
    }

    fn append(&mut self, key: &[u8], value: Option<&[u8]>) -> io::Result<()> {
        let end = self.file.stream_position()?;
        let bytes = record(key, value)?;
        let written = self
            .file
            .write_all(&bytes)
            .and_then(|()| self.file.sync_data());
        if written.is_err() {
            // A half record would hide all that come after it. The first error is the one to report.
            let _ = self
                .file
                .set_len(end)
                .and_then(|()| self.file.seek(SeekFrom::Start(end)).map(drop));
        }
        written
    }
}

/// Checksum, length of the key, length of the value, key, value; numbers of 4 bytes, the lowest first.
fn record(key: &[u8], value: Option<&[u8]>) -> io::Result<Vec<u8>> {
    let length = |bytes: &[u8]| {
        u32::try_from(bytes.len())
            .ok()
            .filter(|&length| length != REMOVED)
            .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "too long"))
    };
    let mut body = length(key)?.to_le_bytes().to_vec();
    body.extend(value.map_or(Ok(REMOVED), length)?.to_le_bytes());
    body.extend(key);
    body.extend(value.unwrap_or_default());
    let mut record = checksum(&body).to_le_bytes().to_vec();
    record.extend(body);
    Ok(record)
}

type Record<'a> = (&'a [u8], Option<&'a [u8]>, &'a [u8]);

/// The record at the beginning, and what follows; `None` if it is not whole.
fn read_record(bytes: &[u8]) -> Option<Record<'_>> {
    let (sum, body) = bytes.split_first_chunk::<4>()?;
    let (key_length, rest) = body.split_first_chunk::<4>()?;
    let (value_length, rest) = rest.split_first_chunk::<4>()?;
    let value_length = u32::from_le_bytes(*value_length);
    let (key, rest) = rest.split_at_checked(u32::from_le_bytes(*key_length) as usize)?;
    let (value, rest) = match value_length {
        REMOVED => (None, rest),
        length => {
            let (value, rest) = rest.split_at_checked(length as usize)?;
            (Some(value), rest)
        }
    };
    let body = &body[..body.len() - rest.len()];
    (checksum(body) == u32::from_le_bytes(*sum)).then_some((key, value, rest))
}

/// FNV-1a in 32 bits: enough to notice a torn record, not to resist an attacker.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, &byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_there_after_opening_again() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("store");
        let mut store = Store::open(&path).expect("new");
        store.set(b"a", b"1").expect("writable");
        store.set(b"b", b"").expect("writable");
        store.set(b"a", b"2").expect("writable");
        assert!(store.remove(b"b").expect("writable"));
        assert!(!store.remove(b"b").expect("writable"));
        drop(store);
        let store = Store::open(&path).expect("readable");
        assert_eq!(store.get(b"a"), Some(b"2".as_slice()));
        assert_eq!(store.get(b"b"), None);
    }

    #[test]
    fn wherever_a_crash_cuts_the_file_whole_records_survive() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("store");
        let mut store = Store::open(&path).expect("new");
        store.set(b"first", b"1").expect("writable");
        let first = fs::read(&path).expect("readable").len();
        store.set(b"second", b"2").expect("writable");
        let bytes = fs::read(&path).expect("readable");
        for length in first..bytes.len() {
            fs::write(&path, &bytes[..length]).expect("writable");
            let mut store = Store::open(&path).expect("readable");
            assert_eq!(
                store.get(b"first"),
                Some(b"1".as_slice()),
                "cut at {length}"
            );
            assert_eq!(store.get(b"second"), None);
            store.set(b"third", b"3").expect("writable");
            let store = Store::open(&path).expect("readable");
            assert_eq!(
                store.get(b"third"),
                Some(b"3".as_slice()),
                "cut at {length}"
            );
        }
    }

    #[test]
    fn damaged_bytes_are_noticed() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("store");
        Store::open(&path)
            .expect("new")
            .set(b"key", b"value")
            .expect("writable");
        let bytes = fs::read(&path).expect("readable");
        for place in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[place] ^= 1;
            fs::write(&path, damaged).expect("writable");
            assert_eq!(
                Store::open(&path).expect("readable").get(b"key"),
                None,
                "byte {place}"
            );
        }
    }

    #[test]
    fn compacting_keeps_what_is_left() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("store");
        let mut store = Store::open(&path).expect("new");
        for n in 0..100_u8 {
            store.set(b"key", &[n]).expect("writable");
        }
        let before = fs::metadata(&path).expect("there").len();
        store.compact().expect("writable");
        assert_eq!(fs::metadata(&path).expect("there").len() * 100, before);
        store.set(b"other", b"x").expect("writable");
        let store = Store::open(&path).expect("readable");
        assert_eq!(store.get(b"key"), Some([99].as_slice()));
        assert_eq!(store.get(b"other"), Some(b"x".as_slice()));
    }
}
