//! Consistent hashing: which server keeps which key.

use std::collections::BTreeMap;

/// The servers on a circle of hashes.
#[derive(Debug, Clone)]
pub struct Ring {
    places: BTreeMap<u64, String>,
    copies: u32,
}

impl Ring {
    /// A ring on which each server stands at `copies` places, at least one.
    pub fn new(copies: u32) -> Self {
        Self {
            places: BTreeMap::new(),
            copies: copies.max(1),
        }
    }

    /// Puts a server on the ring.
    pub fn add(&mut self, server: &str) {
        for copy in 0..self.copies {
            self.places.insert(place(server, copy), server.to_string());
        }
    }

    /// Takes a server off the ring.
    pub fn remove(&mut self, server: &str) {
        self.places.retain(|_, name| name != server);
    }

    /// The server that keeps `key`; `None` if there is no server.
    pub fn server(&self, key: &str) -> Option<&str> {
        let from = hash(key.as_bytes());
        self.places
            .range(from..)
            .next()
            .or_else(|| self.places.first_key_value())
            .map(|(_, server)| server.as_str())
    }

    /// The first `count` different servers from the key on, for copies of it.
    pub fn servers(&self, key: &str, count: usize) -> Vec<&str> {
        let from = hash(key.as_bytes());
        let mut found: Vec<&str> = Vec::new();
        for server in self
            .places
            .range(from..)
            .chain(&self.places)
            .map(|(_, name)| name)
        {
            if found.len() == count {
                break;
            }
            if !found.contains(&server.as_str()) {
                found.push(server);
            }
        }
        found
    }
}

fn place(server: &str, copy: u32) -> u64 {
    hash(format!("{server}#{copy}").as_bytes())
}

/// FNV-1a, and a last mixing, for its high bits differ little between similar texts.
fn hash(bytes: &[u8]) -> u64 {
    let mut hash = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, &byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^ (hash >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(servers: &[&str]) -> Ring {
        let mut ring = Ring::new(200);
        for server in servers {
            ring.add(server);
        }
        ring
    }

    fn keys() -> impl Iterator<Item = String> {
        (0..3000).map(|number| format!("session-{number}"))
    }

    #[test]
    fn an_empty_ring_has_no_server() {
        assert_eq!(ring(&[]).server("a"), None);
        assert!(ring(&[]).servers("a", 2).is_empty());
    }

    #[test]
    fn shares_are_alike() {
        let ring = ring(&["a", "b", "c"]);
        for server in ["a", "b", "c"] {
            let share = keys()
                .filter(|key| ring.server(key) == Some(server))
                .count();
            assert!((700..1300).contains(&share), "{server}: {share}");
        }
    }

    #[test]
    fn only_the_keys_of_a_lost_server_move() {
        let before = ring(&["a", "b", "c"]);
        let mut after = before.clone();
        after.remove("b");
        for key in keys() {
            match before.server(&key) {
                Some("b") => assert_ne!(after.server(&key), Some("b")),
                kept => assert_eq!(after.server(&key), kept),
            }
        }
    }

    #[test]
    fn copies_lie_on_different_servers() {
        let ring = ring(&["a", "b", "c"]);
        let mut two = ring.servers("photo", 2);
        assert_eq!(two[0], ring.server("photo").unwrap());
        two.dedup();
        assert_eq!(two.len(), 2);
        assert_eq!(ring.servers("photo", 9).len(), 3);
    }
}
