pub struct Playlist {
    songs: Vec<String>,
}

impl Playlist {
    pub fn new(first: &str) -> Playlist {
        self.songs = Vec::new();
        self.songs.push(first.to_string());
        self
    }

    pub fn len(&self) -> usize {
        self.songs.len()
    }

    pub fn is_empty(&self) -> bool {
        self.songs.is_empty()
    }
}
